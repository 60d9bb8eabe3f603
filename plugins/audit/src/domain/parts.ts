/** So many things are told of in one entry, whose ids must have room in it. */
const MOST_THINGS = 20;

/** In characters, for what changed of all of them. One thing alone may have more. */
const MOST_SIZE = 60_000;

/**
 * What is told of many things, for an entry each. There is one also when there is nothing.
 *
 * @param sizeOf - In characters.
 */
export function inParts<Thing>(things: readonly Thing[], sizeOf: (thing: Thing) => number): Thing[][] {
    let part: Thing[] = [];
    let room = MOST_SIZE;
    const parts = [part];
    for (const thing of things) {
        const size = sizeOf(thing);
        if (part.length === MOST_THINGS || (part.length > 0 && size > room)) {
            parts.push((part = []));
            room = MOST_SIZE;
        }
        part.push(thing);
        room -= size;
    }
    return parts;
}
