import { useEffect, type RefObject } from 'react';

declare global {
    interface Window {
        /** The button that was pressed last, and sends no form: see `layout/note-presses.tsx`. */
        efiPressed?: HTMLElement | null;
    }
}

/** Presses the button in a part of the page once more that was pressed before React was there. */
export function useEarlyPress(part: RefObject<Element | null>): void {
    useEffect(() => {
        const pressed = window.efiPressed;
        if (pressed && part.current?.contains(pressed)) {
            pressed.click();
            window.efiPressed = null;
        }
    }, [part]);
}
