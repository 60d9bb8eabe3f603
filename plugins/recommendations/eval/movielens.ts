import path from 'node:path';
import { ItemContent } from '../src/domain/model';
import { Act, Data, dataOf } from './data';
import { isVector, named, readLazyObject, RValue, text } from './r-data';

export const moviesFile = 'Rdata.rdb';

/** Ratings of films by volunteers. A rating of 4 or more is an act; what one person rated within a day is a basket. */
export function readMovieLens(folder: string): Data {
    const frame = named(readLazyObject(path.join(folder, path.parse(moviesFile).name), 'movielens'));
    const [movie, user, rating, seconds] = ['movieId', 'userId', 'rating', 'timestamp'].map(column => {
        return numbers(frame.get(column));
    }) as [number[], number[], number[], number[]];
    const titles = texts(frame.get('title'));
    const genres = texts(frame.get('genres'));
    const acts: Act[] = [];
    const content = new Map<string, ItemContent>();
    movie.forEach((id, row) => {
        const at = seconds[row]! * 1000;
        const day = Math.floor(at / 86_400_000);
        content.set(String(id), { text: titles[row]!, facets: genres[row]!.split('|') });
        if (rating[row]! >= 4) {
            acts.push({ user: String(user[row]), item: String(id), basket: `${user[row]} ${day}`, at });
        }
    });
    return {
        name: 'MovieLens (100,004 ratings)',
        attribution:
            'F. M. Harper, J. A. Konstan, The MovieLens Datasets, ACM TiiS 5 (2015); GroupLens, by way of the R package dslabs',
        ...dataOf(acts, content),
        scopes: ['new-only'],
    };
}

function numbers(column: RValue | undefined): number[] {
    if (!isVector(column)) {
        throw new Error('MovieLens lacks a column of numbers.');
    }
    return column.values.map(Number);
}

/** Strings, or a factor's levels. */
function texts(column: RValue | undefined): string[] {
    if (!isVector(column)) {
        throw new Error('MovieLens lacks a column of texts.');
    }
    const levels = column.attributes.get('levels');
    return column.values.map(value => {
        return text(isVector(levels) ? levels.values[Number(value) - 1] : value);
    });
}
