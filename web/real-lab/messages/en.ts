/** Words of the room itself: its frame, its controls, and what it says when it cannot run. */
export const en = {
  'room.title': 'Real lab',
  'room.lead': 'Ten experiments on real threads of this browser – beside what is predicted for them.',
  'room.experiments': 'Experiments',
  'room.skip': 'Skip to the experiment',

  'machine.title': 'This machine',
  'machine.cores_one': '{{count}} core',
  'machine.cores_other': '{{count}} cores',
  'machine.clock': 'clock ± {{resolution}}',
  'machine.clockHint':
    'The smallest step of the clock in a worker. Browsers make it coarse on purpose; shorter times cannot be told apart.',
  'machine.ring': '{{cost}} an event',
  'machine.ringHint':
    'What recording one event costs here: reading the clock and three plain writes into the worker’s own ring. The writes alone: {{stores}}.',
  'machine.coresHint': 'As the browser says; more workers than cores take turns.',
  'machine.live_one': '{{count}} worker alive',
  'machine.live_other': '{{count}} workers alive',
  'machine.measuring': 'Measuring the clock …',

  'set.workers': 'Workers',
  'set.rounds': 'Rounds',
  'set.variant': 'Variant',

  'run.start': 'Run',
  'run.again': 'Run again',
  'run.stop': 'Stop',
  'run.running': 'Running …',
  'run.notYet': 'Not run here yet. Every run starts fresh workers and ends them.',
  'run.finished': 'Finished in {{time}}.',
  'run.deadlock': 'Deadlock: the workers wait for each other for ever. The watchdog has ended them.',
  'run.limit': 'Ended after the time limit of {{time}}. Half a run is not evaluated.',
  'run.stopped': 'Stopped after {{time}}. Half a run is not evaluated.',
  'run.failed': 'A worker failed: {{message}}',
  'run.recorded': '{{events}} events recorded, which took {{share}} of the workers’ time.',
  'run.detail':
    'The first {{operations}} operations of each worker are recorded in full, later ones only when they have to sleep.',
  'run.overwritten': 'Only the last {{kept}} of each worker are kept.',

  'section.measured': 'On this machine',
  'section.measuredThere': 'On that machine',
  'section.predicted': 'Predicted',
  'section.timeline': 'Timeline',
  'section.timelinePredicted': 'Timeline, as the simulator predicts it',
  'section.look': 'What to look for',
  'section.differ': 'Why prediction and reality differ',
  'section.program': 'The same in Python {{version}}',

  'timeline.zoomIn': 'Zoom in',
  'timeline.zoomOut': 'Zoom out',
  'timeline.whole': 'Whole run',
  'timeline.label': 'Timeline of the workers. Arrow keys move, plus and minus zoom, Home shows the whole run.',
  'timeline.hint': 'Drag to move, Ctrl + wheel to zoom; keys ← → + − Home.',
  'timeline.span': '{{worker}}: {{state}}, {{duration}}, from {{from}}',
  'timeline.table': 'Shares of time as a table',
  'timeline.worker': 'Worker {{worker}}',
  'timeline.none': 'Run the experiment to see what each worker does when.',

  'state.working': 'working',
  'state.holding': 'inside, holding the lock',
  'state.spinning': 'waiting awake (spinning)',
  'state.waiting': 'asleep, waiting',
  'state.waitingForGil': 'waiting for the GIL',
  'state.sleeping': 'idle until a timer or message',
  'state.communicating': 'moving bytes',
  'state.finished': 'finished',

  'state.ready': 'ready, waits for a core',

  'mark.roundBegins': 'a round begins',
  'mark.dropRequested': 'asks the holder to drop the GIL',
  'mark.timerDue': 'timer due',
  'mark.timerFired': 'timer fires',
  'mark.messageSent': 'message sent',

  'picture.workers': 'The workers, live',
  'picture.counter': 'counter',
  'picture.lock': 'lock {{name}}',
  'picture.fork': 'fork {{name}}',
  'picture.gil': 'GIL',
  'picture.holds': 'holds',
  'picture.waits': 'waits for',
  'picture.graph': 'Wait-for graph: who holds and who waits for what',
  'picture.cycle': 'Circle: {{path}}',
  'picture.buffer': 'The bounded buffer: {{fill}} of {{capacity}} slots filled',
  'picture.lines': 'Counters in memory; a frame is a cache line of 64 bytes',

  'share.link': 'Copy link',
  'share.copied': 'Link copied',
  'share.failed': 'The browser did not allow copying. The link is in the address bar.',
  'share.trace': 'Perfetto trace',
  'share.traceHint': 'Save the run as trace JSON for ui.perfetto.dev or chrome://tracing',
  'shared.title': 'A shared run',
  'shared.from': 'Run on {{day}} on another page: {{browser}}, {{cores}}, clock ± {{resolution}}.',
  'shared.noTimeline':
    'A link holds the summary; the timeline stays with the person who ran it, or in an exported trace.',
  'shared.newer':
    'This link was made by a newer Lockstep (format {{version}}). Reload the page to get the newest version, then open the link again.',
  'shared.broken': 'This link is damaged or cut off. Ask for it again; links are long and some programs shorten them.',

  'isolation.title': 'Real threads need an isolated page',
  'isolation.why':
    'The lab runs real threads that share memory. Browsers allow that only on pages that are isolated from all other sites – a protection against attacks with precise clocks.',
  'isolation.framed':
    'This page is shown inside another page, and that one is not isolated. In a tab of its own it works.',
  'isolation.openTab': 'Open in a new tab',
  'isolation.insecure': 'This page came over an unprotected connection. Open it over https, or from localhost.',
  'isolation.oldBrowser':
    'This browser has no shared memory for pages, or no service workers (some browsers switch them off in private windows). A current Chrome, Edge, Firefox or Safari in a normal window has both.',
  'isolation.refused':
    'The server sends no isolation headers, and adding them in the browser did not work. Try again; if it stays so, a strict privacy setting or an extension may block service workers.',
  'isolation.canIsolate': 'Preparing the page: it will reload once.',
  'isolation.forHosts': 'If you host this site: send these headers with real-lab.html and the files in real-lab/.',
  'isolation.simulator': 'The simulator needs none of this and works everywhere.',
  'isolation.toSimulator': 'Go to the simulator',
} as const;
