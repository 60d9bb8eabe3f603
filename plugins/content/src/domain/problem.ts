export type ProblemCode =
    'INVALID' | 'TOO_LONG' | 'TOO_MANY' | 'REQUIRED' | 'UNSAFE_LINK' | 'NOT_FOUND' | 'TAKEN' | 'IN_THE_PAST';

/** Where something that was sent is wrong, such as `blocks.0.texts.de.heading`, and how. */
export interface ContentProblem {
    readonly field: string;
    readonly code: ProblemCode;
    readonly message: string;
}

/** Gathers what is wrong, so that an editor can show all of it at once. */
export class Problems {
    readonly found: ContentProblem[] = [];

    add(field: string, code: ProblemCode, message: string): void {
        this.found.push({ field, code, message: `${field} ${message}.` });
    }
}
