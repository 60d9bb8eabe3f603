/** What people may ask for: Articles 15 to 21 GDPR, and the opt-out of sale of the CCPA. */
export const requestKinds = [
    'ACCESS',
    'PORTABILITY',
    'RECTIFICATION',
    'ERASURE',
    'RESTRICTION',
    'OBJECTION',
    'OPT_OUT',
] as const;

export type RequestKind = (typeof requestKinds)[number];

/**
 * `RECEIVED`: nobody has shown yet who asks. `VERIFIED`: it will be done, once its time has come or a person gets to it.
 * `IN_PROGRESS`: it is worked on. `PARTIAL`: some of it is not done, and will be tried again. The others are final.
 */
export type RequestState =
    'RECEIVED' | 'VERIFIED' | 'IN_PROGRESS' | 'PARTIAL' | 'COMPLETED' | 'REFUSED' | 'CANCELLED';

export type RequestEvent = 'verify' | 'start' | 'stop-short' | 'complete' | 'refuse' | 'cancel';

const transitions: Readonly<Record<RequestState, Partial<Record<RequestEvent, RequestState>>>> = {
    RECEIVED: { verify: 'VERIFIED', refuse: 'REFUSED', cancel: 'CANCELLED' },
    VERIFIED: { start: 'IN_PROGRESS', complete: 'COMPLETED', refuse: 'REFUSED', cancel: 'CANCELLED' },
    IN_PROGRESS: { start: 'IN_PROGRESS', 'stop-short': 'PARTIAL', complete: 'COMPLETED' },
    PARTIAL: { start: 'IN_PROGRESS' },
    COMPLETED: {},
    REFUSED: {},
    CANCELLED: {},
};

/** The state after an event; nothing where the event has no place. */
export function stateAfter(state: RequestState, event: RequestEvent): RequestState | undefined {
    return transitions[state][event];
}

/** The states in which an event has its place. */
export function statesBefore(event: RequestEvent): RequestState[] {
    return (Object.keys(transitions) as RequestState[]).filter(state => transitions[state][event]);
}

/** Those in which something is still to be done. */
export const openStates: readonly RequestState[] = ['RECEIVED', 'VERIFIED', 'IN_PROGRESS', 'PARTIAL'];

/** Whether the software does it by itself. The others wait for a person. */
export function isAutomatic(kind: RequestKind): boolean {
    return kind === 'ACCESS' || kind === 'PORTABILITY' || kind === 'ERASURE';
}

/** What staff can do about a request. */
const requestActs = ['VERIFY', 'COMPLETE', 'EXTEND', 'RETRY', 'REFUSE', 'CANCEL'] as const;

export type RequestAct = (typeof requestActs)[number];

/** What staff can do about a request as it stands now. */
export function actsOn(request: {
    readonly kind: RequestKind;
    readonly state: RequestState;
    readonly isExtended: boolean;
}): RequestAct[] {
    const { kind, state, isExtended } = request;
    const can: Readonly<Record<RequestAct, boolean>> = {
        VERIFY: stateAfter(state, 'verify') !== undefined,
        COMPLETE: state === 'VERIFIED' && !isAutomatic(kind),
        EXTEND: openStates.includes(state) && !isExtended,
        RETRY: state === 'PARTIAL',
        REFUSE: stateAfter(state, 'refuse') !== undefined,
        CANCEL: stateAfter(state, 'cancel') !== undefined,
    };
    return requestActs.filter(act => can[act]);
}

/** Whether processors are told as soon as it is known who asks. Of the others they are told when the shop does them. */
export function isToldAtOnce(kind: RequestKind): boolean {
    return kind === 'RESTRICTION' || kind === 'OBJECTION' || kind === 'OPT_OUT';
}

/** Whether nothing that rests on consent is done any more as soon as it is known who asks. */
export function endsConsent(kind: RequestKind): boolean {
    return kind === 'OBJECTION' || kind === 'OPT_OUT';
}

const DAY = 86_400_000;

/** Law gives a month; the shortest has 28 days, but the clock begins the day after. In days. */
const ANSWER_WITHIN = 30;

/** Article 12 (3): two more months where a request is hard to meet, with the reason told. In days. */
const EXTENSION = 60;

/** By when a request has to be answered. */
export function dueAt(receivedAt: Date, isExtended: boolean): Date {
    return new Date(receivedAt.getTime() + (ANSWER_WITHIN + (isExtended ? EXTENSION : 0)) * DAY);
}

/** When work begins: an erasure can be taken back for some days, the rest begins at once. */
export function startsAt(kind: RequestKind, receivedAt: Date, cancelWindowDays: number): Date {
    return new Date(receivedAt.getTime() + (kind === 'ERASURE' ? cancelWindowDays * DAY : 0));
}

/** In milliseconds: 1 minute after the first attempt, doubling, an hour at the most. */
export function pauseAfter(attempts: number): number {
    return Math.min(2 ** Math.max(attempts - 1, 0), 60) * 60_000;
}
