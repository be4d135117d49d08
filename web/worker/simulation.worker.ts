/** The worker: exposes the simulation and nothing else. */
import { expose } from 'comlink';
import { WorkerSimulation } from './worker-simulation.ts';

expose(new WorkerSimulation());
