import { describe, expect, it } from 'vitest';
import { decodeArtefact, encodeArtefact, joinArtefacts, partOf } from './artefact';

const artefact = {
    kind: 'some',
    numbers: { lambda: 0.1 },
    arrays: {
        a: Int32Array.of(1, -2, 3),
        b: Float32Array.of(0.5),
        c: Float64Array.of(Math.PI),
        d: new Int32Array(),
    },
};

describe('an artefact', () => {
    it('comes back from its bytes as it was, wherever they lie', () => {
        const bytes = encodeArtefact(artefact);
        const shifted = new Uint8Array(bytes.length + 3);
        shifted.set(bytes, 3);
        expect(decodeArtefact(shifted.subarray(3))).toEqual(artefact);
    });

    it('is refused when it is cut off or something else', () => {
        const bytes = encodeArtefact(artefact);
        expect(() => decodeArtefact(bytes.subarray(0, bytes.length - 8))).toThrow('cut off');
        expect(() => decodeArtefact(Uint8Array.of(1, 2, 3))).toThrow('no artefact');
    });

    it('holds others, each under its name', () => {
        const joined = joinArtefacts('both', {
            left: artefact,
            right: { ...artefact, numbers: { lambda: 7 } },
        });
        expect(partOf(joined, 'left', 'some')).toEqual(artefact);
        expect(partOf(joined, 'right', 'some').numbers).toEqual({ lambda: 7 });
    });
});
