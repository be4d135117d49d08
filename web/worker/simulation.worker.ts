/** The worker: exposes the simulation and nothing else. */
import { expose } from 'comlink';
import type { SimulationApi } from './api.ts';
import { createFixtureSimulation } from './fixture-simulation.ts';

expose(createFixtureSimulation() satisfies SimulationApi);
