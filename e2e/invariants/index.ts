export { brokenInvariants } from './invariant';
export { brokenOnceCalm } from './once-calm';
export { orderInvariants } from './orders';
export { stockInvariants } from './stock';
