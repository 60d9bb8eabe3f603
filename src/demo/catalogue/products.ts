import { computers } from './computers';
import { resolveProduct } from './resolve-product';

/** The whole catalogue, department by department. */
export const products = [...computers].map(resolveProduct);
