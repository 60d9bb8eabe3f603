import { isFacts } from './difference';

/** What came of a mutation that did not throw. */
export interface Outcome {
    readonly status: 'success' | 'refused';
    /** Why it was refused. */
    readonly reason?: string;
}

/** Reads a mutation's answer: error results, deletions that were not made, and lists of nothing but refusals. */
export function outcomeOf(answer: unknown): Outcome {
    if (Array.isArray(answer)) {
        const all = answer.map(outcomeOf);
        const refused = all.find(({ status }) => status === 'refused');
        return refused && all.every(({ status }) => status === 'refused') ? refused : { status: 'success' };
    }
    if (!isFacts(answer)) {
        return { status: 'success' };
    }
    if (typeof answer['errorCode'] === 'string') {
        return { status: 'refused', reason: answer['errorCode'] };
    }
    if (answer['result'] === 'NOT_DELETED') {
        return { status: 'refused', reason: 'NOT_DELETED' };
    }
    return answer['success'] === false ? { status: 'refused', reason: 'NO_SUCCESS' } : { status: 'success' };
}
