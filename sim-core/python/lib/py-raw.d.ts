/** Files of our Python library are imported as text: `import queue from './queue.py?raw'`. */
declare module '*.py?raw' {
  const text: string;
  export default text;
}
