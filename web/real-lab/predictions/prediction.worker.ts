/** The simulation behind its door, as a worker of the real lab: built into the lab's own folder, so that the isolated page may start it. */
import '../../worker/simulation.worker.ts';
