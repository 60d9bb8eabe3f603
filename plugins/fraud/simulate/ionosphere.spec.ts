import { describe, expect, it } from 'vitest';
import { readIonosphere } from './ionosphere';

describe('ionosphere.arff', () => {
    it('is read without its head and comments', () => {
        const { matrix, label } = readIonosphere(
            '% radar\n@relation ionosphere\n@data\n\n1,0.5,g\r\n0,-1e-3,b\n',
        );
        expect(matrix.names).toEqual(['a1', 'a2']);
        expect(Array.from(matrix.rows)).toEqual([1, 0.5, 0, -0.001]);
        expect(Array.from(label)).toEqual([0, 1]);
    });

    it.each(['', '1,2,x', '1,?,g', '1,2,g\n1,b'])('another file (%j) is refused', text => {
        expect(() => readIonosphere(text)).toThrow('Not ionosphere.arff');
    });
});
