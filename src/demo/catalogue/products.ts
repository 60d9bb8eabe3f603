import { accessories } from './accessories';
import { cameras } from './cameras';
import { computers } from './computers';
import { footwear } from './footwear';
import { furniture } from './furniture';
import { plants } from './plants';
import { resolveProduct } from './resolve-product';
import { sports } from './sports';

/** The whole catalogue, department by department. */
export const products = [
    ...computers,
    ...accessories,
    ...cameras,
    ...furniture,
    ...plants,
    ...sports,
    ...footwear,
].map(resolveProduct);
