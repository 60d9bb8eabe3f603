import { isPlacement, type Placement } from '../serving/placement';
import type { Arm } from './experiment';

/** What a list's id carries, so that nothing has to be stored when it is served. */
export interface Ticket {
    /** Random, of its own. */
    readonly list: string;
    readonly placement: Placement;
    readonly channelId: number;
    /** Zero: popularity alone. */
    readonly modelId: number;
    readonly experiment?: { readonly id: number; readonly arm: Arm };
}

const SEPARATOR = '.';

/** Text of letters, digits, `.`, `_` and `-`. */
export function writeTicket({ list, placement, channelId, modelId, experiment }: Ticket): string {
    const trial = experiment ? [experiment.id, experiment.arm] : ['', ''];
    return [list, placement, channelId, modelId, ...trial].join(SEPARATOR);
}

/** Undefined for what {@link writeTicket} did not write. */
export function readTicket(text: string): Ticket | undefined {
    const [list = '', placement = '', channelId, modelId, experimentId, arm, ...rest] = text.split(SEPARATOR);
    if (rest.length > 0 || !isPlacement(placement) || !isId(channelId) || !isId(modelId)) {
        return undefined;
    }
    const ticket = { list, placement, channelId: Number(channelId), modelId: Number(modelId) };
    if (arm === 'IN_PLACE' || arm === 'CHALLENGER') {
        return isId(experimentId) ? { ...ticket, experiment: { id: Number(experimentId), arm } } : undefined;
    }
    return ticket;
}

function isId(text: string | undefined): boolean {
    return text !== undefined && /^\d{1,9}$/.test(text);
}
