/**
 * The loop-back network of the machine: which sockets listen on which port, and which port comes next.
 * Leaves out: other machines, packets, latency of the wire (on loop-back a segment arrives within the system call that sends it).
 */
import type { StreamSocket } from './stream-socket.ts';

export interface SocketAddress {
  readonly host: string;
  readonly port: number;
}

export class Network {
  private readonly listeners = new Map<number, StreamSocket[]>();
  private readonly bound = new Map<number, string[]>();
  private nextPort = 40_001;

  /** A port nobody uses, as the kernel picks them (net.ipv4.ip_local_port_range). */
  freePort(): number {
    while (this.bound.has(this.nextPort) || this.listeners.has(this.nextPort)) this.nextPort += 1;
    this.nextPort += 1;
    return this.nextPort - 1;
  }

  /** False where another socket is bound to the address already. */
  bind(address: SocketAddress): boolean {
    const hosts = this.bound.get(address.port) ?? [];
    if (hosts.some((host) => overlap(host, address.host))) return false;
    this.bound.set(address.port, [...hosts, address.host]);
    return true;
  }

  unbind(address: SocketAddress): void {
    const hosts = (this.bound.get(address.port) ?? []).slice();
    const at = hosts.indexOf(address.host);
    if (at >= 0) hosts.splice(at, 1);
    if (hosts.length === 0) this.bound.delete(address.port);
    else this.bound.set(address.port, hosts);
  }

  listen(socket: StreamSocket, port: number): void {
    this.listeners.set(port, [...(this.listeners.get(port) ?? []), socket]);
  }

  stopListening(socket: StreamSocket, port: number): void {
    const rest = (this.listeners.get(port) ?? []).filter((other) => other !== socket);
    if (rest.length === 0) this.listeners.delete(port);
    else this.listeners.set(port, rest);
  }

  listenerAt(address: SocketAddress): StreamSocket | null {
    const listeners = this.listeners.get(address.port) ?? [];
    return listeners.find((socket) => socket.local !== null && overlap(socket.local.host, address.host)) ?? null;
  }
}

function overlap(one: string, other: string): boolean {
  return one === other || one === '0.0.0.0' || other === '0.0.0.0';
}
