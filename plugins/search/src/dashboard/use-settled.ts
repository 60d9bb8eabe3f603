import { useEffect, useState } from 'react';

const QUARTER_SECOND = 250;

/** A value that can be written as JSON, once nobody has changed it for a moment: so that not every letter is asked for. */
export function useSettled<Value>(value: Value): Value {
    const written = JSON.stringify(value);
    const [settled, setSettled] = useState(written);
    useEffect(() => {
        const timer = setTimeout(() => setSettled(written), QUARTER_SECOND);
        return () => clearTimeout(timer);
    }, [written]);
    return JSON.parse(settled) as Value;
}
