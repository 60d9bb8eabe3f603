import type { ChangeEvent, Ref } from 'react';

interface Controlled<Control> {
    readonly value?: string | number | readonly string[];
    readonly onChange?: (event: ChangeEvent<Control>) => void;
}

/**
 * Hands over what was typed or chosen before React was there. React tells nobody of it, leaves it on the screen, and
 * takes it back when anything in the form changes. Of the event, handlers have the target.
 */
export function handOver<Control extends HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>({
    value,
    onChange,
}: Controlled<Control>): Ref<Control> | undefined {
    return onChange && value !== undefined
        ? control => {
              if (control && control.value !== String(value)) {
                  onChange({ target: control, currentTarget: control } as ChangeEvent<Control>);
              }
          }
        : undefined;
}

/** As `handOver`, for a box that keeps its tick itself, which others follow. @param isTicked - As they know it. */
export function handOverTick(isTicked: boolean, onTick: (isTicked: boolean) => void): Ref<HTMLInputElement> {
    return box => {
        if (box && box.checked !== isTicked) {
            onTick(box.checked);
        }
    };
}
