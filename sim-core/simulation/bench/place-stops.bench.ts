/** What `npm run place-stops` needs of the core, bundled for Node. */
export { finishedSession } from '../gallery-session.ts';
export { lostUpdateIn } from '../lost-update-places.ts';
export { placesIn } from '../gallery-places.ts';
