/** A process' open files by number: a new one gets the lowest free number. Models: struct files_struct in Linux. */
import type { Kernel } from '../kernel.ts';
import type { OpenFile } from './open-file.ts';

export class DescriptorTable {
  files: (OpenFile | null)[] = [];

  /** Gives the file the lowest free number not below `least`. */
  open(file: OpenFile, least = 0): number {
    let number = least;
    while ((this.files[number] ?? null) !== null) number += 1;
    this.put(number, file);
    return number;
  }

  get(number: number): OpenFile | null {
    return this.files[number] ?? null;
  }

  /** False if there was no such descriptor. */
  close(kernel: Kernel, number: number): boolean {
    const file = this.get(number);
    if (file === null) return false;
    this.files[number] = null;
    file.release(kernel);
    return true;
  }

  /** dup2: what `to` was is closed. */
  replace(kernel: Kernel, to: number, file: OpenFile): void {
    if (this.get(to) === file) return;
    this.close(kernel, to);
    this.put(to, file);
  }

  /** The process is over. */
  closeAll(kernel: Kernel): void {
    for (let number = 0; number < this.files.length; number += 1) this.close(kernel, number);
  }

  /** fork: the child's table, with the same files. */
  copyInto(child: DescriptorTable): void {
    for (const [number, file] of this.files.entries()) if (file !== null) child.put(number, file);
  }

  private put(number: number, file: OpenFile): void {
    while (this.files.length <= number) this.files.push(null);
    this.files[number] = file;
    file.references += 1;
  }
}
