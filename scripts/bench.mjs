// `npm run bench`: our speeds, with tracing on, beside Skulpt (and CPython where it is at hand) in the same run.
// `npm run bench -- --bodies [NAME]`: only the small programs (or those with NAME in their names), the slowest beside CPython first.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { runInThisContext } from 'node:vm';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const cache = join(root, '.cache');
mkdirSync(cache, { recursive: true });
const bundle = join(cache, 'bench.mjs');
// A run's memory is its process's: each is measured in one of its own, where nothing else has been done.
const longRun = process.argv[2] === '--memory' ? Number(process.argv[3]) : null;
if (longRun === null) {
  const { bundleCommandLine } = await import('./bundle-command-line.mjs');
  writeFileSync(bundle, await bundleCommandLine(join(root, 'sim-core/simulation/bench/entry.bench.ts')));
}
const { bench } = await import(pathToFileURL(bundle).href);
const now = () => performance.now();
const rounds = 3;

/** Skulpt's scripts are made for a page: they are run in this context. */
function loadSkulpt() {
  const folder = dirname(createRequire(import.meta.url).resolve('skulpt/package.json'));
  for (const file of ['skulpt.min.js', 'skulpt-stdlib.js'])
    runInThisContext(readFileSync(join(folder, 'dist', file), 'utf8'), { filename: file });
  return globalThis.Sk;
}

async function measureSkulpt(Sk, source) {
  let output = '';
  const started = now();
  Sk.configure({
    output: (text) => {
      output += text;
    },
    read: (name) => {
      const text = Sk.builtinFiles?.files[name];
      if (text === undefined) throw new Error(`no ${name}`);
      return text;
    },
    __future__: Sk.python3,
    execLimit: null,
    yieldLimit: null,
  });
  await Sk.misceval.asyncToPromise(() => Sk.importMainWithBody('<stdin>', false, source, true));
  return { milliseconds: now() - started, output };
}

function measureCPython(source) {
  for (const python of ['python3.13', join(process.env.HOME ?? '', '.pyenv/versions/3.13.0/bin/python')]) {
    const timed = `import time as _t\n_s = _t.perf_counter()\n${source}\nimport sys as _y\n_y.stderr.write(str((_t.perf_counter() - _s) * 1000))`;
    const { status, stderr } = spawnSync(python, ['-c', timed], { encoding: 'utf8' });
    if (status === 0) return Number(stderr);
  }
  return null;
}

/** Null where Skulpt does not know the module or the syntax. */
async function skulptMilliseconds(source) {
  try {
    return (await measureSkulpt(Sk, source)).milliseconds;
  } catch {
    return null;
  }
}

async function measureBodies(wanted) {
  const rows = [];
  for (const { name, source } of bench.smallBodies.filter((body) => body.name.includes(wanted))) {
    const program = `N = ${bench.smallBodyTimes}\n${source}\nprint(f())\n`;
    const [ours, theirs] = [[], []];
    let measured;
    for (let round = 0; round < rounds; round += 1) {
      measured = bench.measureRun(program, now);
      ours.push(measured.milliseconds);
      theirs.push((await skulptMilliseconds(program)) ?? Number.NaN);
    }
    rows.push({ name, mine: best(ours), steps: measured.steps, skulpt: best(theirs), python: measureCPython(program) });
  }
  rows.sort((one, other) => other.mine / (other.python ?? 1) - one.mine / (one.python ?? 1));
  for (const { name, mine, steps, skulpt, python } of rows)
    console.log(
      `${name.padEnd(22)} ${mine.toFixed(0)} ms · ${((mine * 1e6) / steps).toFixed(0)} ns a bytecode` +
        (Number.isNaN(skulpt) ? '' : ` · ${(skulpt / mine).toFixed(1)} times faster than Skulpt`) +
        (python === null ? '' : ` · ${(mine / python).toFixed(1)} times CPython's time`),
    );
}

if (longRun !== null) {
  const { name, source } = bench.longPrograms[longRun];
  const started = now();
  // Not resourceUsage: Linux carries the parent's maximum over to a process it starts.
  const mostMegabytes = () =>
    (Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024).toFixed(0);
  let whileRunning = '';
  const { steps } = bench.runSession(source, 50e6, () => {
    whileRunning = mostMegabytes();
  });
  console.log(
    `Memory of ${name}, ${(steps / 1e6).toFixed(0)} million bytecodes: at most ${whileRunning} MB, ${mostMegabytes()} MB with its trace joined and a moment of it shown (${((now() - started) / 1000).toFixed(1)} s)`,
  );
  process.exit(0);
}

const best = (values) => Math.min(...values);
const Sk = loadSkulpt();
if (process.argv[2] === '--bodies') {
  await measureBodies(process.argv[3] ?? '');
  process.exit(0);
}
console.log('Python programs, tracing on; milliseconds are the best of', rounds);
for (const { name, source } of bench.benchPrograms) {
  const ours = [];
  const theirs = [];
  let measured;
  let output = '';
  for (let round = 0; round < rounds; round += 1) {
    measured = bench.measureRun(source, now);
    ours.push(measured.milliseconds);
    const skulpt = await measureSkulpt(Sk, source);
    theirs.push(skulpt.milliseconds);
    output = skulpt.output;
  }
  if (measured.output !== output)
    console.log(`  (Skulpt printed ${JSON.stringify(output)}, we ${JSON.stringify(measured.output)})`);
  const [mine, other] = [best(ours), best(theirs)];
  const python = measureCPython(source);
  const perStep = (mine * 1e6) / measured.steps;
  console.log(
    `  ${name}\n    Lockstep ${mine.toFixed(0)} ms (first run ${ours[0].toFixed(0)}) · ${(measured.steps / mine / 1000).toFixed(1)} M bytecodes/s · ${perStep.toFixed(1)} ns a bytecode` +
      ` · Skulpt ${other.toFixed(0)} ms · ${(other / mine).toFixed(1)} times faster than Skulpt` +
      (python === null ? '' : ` · CPython 3.13 ${python.toFixed(0)} ms (${(mine / python).toFixed(1)} times its time)`),
  );
}

// Times a second, from the difference of two runs: loading the library does not count.
const { loadPyodide } = await import('pyodide');
const pyodide = await loadPyodide();
async function measurePyodide(source) {
  const started = now();
  await pyodide.runPythonAsync(source);
  return now() - started;
}
async function rateOf({ fewTimes, manyTimes }, measure) {
  const [few, many] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    few.push(await measure(fewTimes));
    many.push(await measure(manyTimes));
  }
  return Math.round(((manyTimes - fewTimes) / (best(many) - best(few))) * 1000);
}
for (const program of bench.ratePrograms) {
  const { what, source, inRunningLoop } = program;
  const rates = {
    Lockstep: await rateOf(program, (times) => bench.measureRun(source(times), now).milliseconds),
    ...(inRunningLoop === null && {
      Skulpt: await rateOf(program, async (times) => (await measureSkulpt(Sk, source(times))).milliseconds),
    }),
    [`Pyodide ${pyodide.version}`]: await rateOf(program, (times) => measurePyodide((inRunningLoop ?? source)(times))),
  };
  if (measureCPython('pass') !== null)
    rates['CPython 3.13'] = await rateOf(program, (times) => measureCPython(source(times)));
  const shown = Object.entries(rates).map(([who, rate]) => `${who} ${rate.toLocaleString('en')}`);
  console.log(`${what} per second: ${shown.join(' · ')}`);
}

const threads = `import threading
g = 0
lock = threading.Lock()
def work(n):
    global g
    for _ in range(n):
        with lock:
            g += 1
group = [threading.Thread(target=work, args=(NUMBER,)) for _ in range(2)]
for t in group:
    t.start()
for t in group:
    t.join()
print(g)
`;
for (const [title, count] of [
  ['1 million', 35_000],
  ['10 million', 350_000],
]) {
  const { steps, medianMs, worstMs } = bench.measureSeeks(threads.replace('NUMBER', String(count)), now, 40);
  console.log(
    `Seeks in a run of ${title} steps (${steps}, two threads with a lock): median ${medianMs.toFixed(1)} ms, worst ${worstMs.toFixed(1)} ms`,
  );
}
for (const index of bench.longPrograms.keys())
  spawnSync(process.execPath, [fileURLToPath(import.meta.url), '--memory', String(index)], { stdio: 'inherit' });
const traced = bench.measureRun(threads.replace('NUMBER', '100000'), now);
console.log(
  `Trace: ${(traced.traceBytes / Math.max(1, traced.switches)).toFixed(0)} bytes per context switch (${traced.switches} switches, every lock event included)`,
);
for (const row of bench.measureRiscv(now)) console.log(`CPU lab: ${JSON.stringify(row)}`);
