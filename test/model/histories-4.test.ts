import { playPart } from '../support/model/part.ts';

playPart(3);
