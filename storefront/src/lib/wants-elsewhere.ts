type Keys = Pick<MouseEvent, 'metaKey' | 'ctrlKey' | 'shiftKey' | 'altKey'>;

/** Whether a click asks for another tab or window, or for a download: then a link is the browser's to follow. */
export function wantsElsewhere({ metaKey, ctrlKey, shiftKey, altKey }: Keys): boolean {
    return metaKey || ctrlKey || shiftKey || altKey;
}
