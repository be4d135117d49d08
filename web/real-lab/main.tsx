/** Starts the real lab: a page of its own, because shared memory needs an isolated page and the simulator must not be one. */
