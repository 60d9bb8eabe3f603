import { decodeArtefact, encodeArtefact } from '../artefact';
import type { Artefact } from '../model';
import type { ServedModel } from '../serving/served-model';
import { alikeModel, personalModel, togetherModel } from './chosen-models';

/** What is stored of a trained model. */
export interface TrainedModels {
    /** Product ids by dense index. */
    readonly productIds: Int32Array;
    readonly personal: Artefact;
    readonly alike: Artefact;
    readonly together: Artefact;
}

export type ModelBytes = Readonly<Record<string, Uint8Array>>;

export function toBytes({ productIds, personal, alike, together }: TrainedModels): ModelBytes {
    return {
        products: encodeArtefact({ kind: 'products', numbers: {}, arrays: { ids: productIds } }),
        personal: encodeArtefact(personal),
        alike: encodeArtefact(alike),
        together: encodeArtefact(together),
    };
}

/** @throws Error when a part is missing, damaged, or of a kind that this version does not know. */
export function openModel(id: number, bytes: ModelBytes): ServedModel {
    const { ids } = part(bytes, 'products').arrays;
    if (!(ids instanceof Int32Array)) {
        throw new Error(`The product ids of model ${id} are missing.`);
    }
    return {
        id,
        productIds: ids,
        indexOf: new Map(Array.from(ids, (productId, index) => [productId, index])),
        personal: personalModel.load(part(bytes, 'personal')),
        alike: alikeModel.load(part(bytes, 'alike')),
        together: togetherModel.load(part(bytes, 'together')),
    };
}

function part(bytes: ModelBytes, name: string): Artefact {
    const found = bytes[name];
    if (!found) {
        throw new Error(`The model has no part "${name}".`);
    }
    return decodeArtefact(found);
}
