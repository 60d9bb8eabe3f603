import { popularity } from '../models/popularity';

/** What answers for people, and for what is like a product. Chosen by measurement, see the README. */
export const personalModel = popularity;

/** What answers for what is bought in one basket. */
export const togetherModel = popularity;
