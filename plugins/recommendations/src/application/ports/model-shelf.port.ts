import type { ServedModel } from '../../domain/serving/served-model';

/** The models that this process has in memory. */
export abstract class ModelShelf {
    /** The model in place, or undefined while none is loaded or promoted. Answers at once. */
    abstract inPlace(): ServedModel | undefined;

    /** Another model by its id, for an experiment; undefined until it is loaded. Answers at once. */
    abstract byId(id: number): ServedModel | undefined;
}
