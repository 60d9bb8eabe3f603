import { buying } from './buying';
import { looking } from './looking';
import { owning } from './owning';

export { pages } from './pages';

/** What shoppers do in the shop. With `pages` they come by every page that there is. */
export const ways = [...looking, ...buying, ...owning];
