/** What goes on in a channel, from memory and at most some minutes old. Needs no model. */
export abstract class Trends {
    /** What sells now, the best first: what was bought counts less the longer ago. */
    abstract popular(channelId: number): Promise<readonly number[]>;

    /** Products that are new in the catalogue, the newest first. */
    abstract newcomers(channelId: number): Promise<readonly number[]>;
}
