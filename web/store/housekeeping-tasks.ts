/** True for what asyncio.run() does by itself when the program has ended. */
export function isHousekeeping(functionName: string): boolean {
  return functionName.startsWith('BaseEventLoop.shutdown_');
}
