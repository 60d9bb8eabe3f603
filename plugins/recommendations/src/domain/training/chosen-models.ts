import { blend } from '../models/blend';
import { content } from '../models/content';
import { itemToItem } from '../models/item-to-item';

/** What answers for people. Chosen by measurement, see the README. */
export const personalModel = blend;

/** What answers for products that are like one. */
export const alikeModel = content;

/** What answers for what is bought in one basket: how surprising it is that two things meet so often. */
export const togetherModel = itemToItem;
export const togetherSettings = { within: 'basket', similarity: 'log-likelihood' } as const;
