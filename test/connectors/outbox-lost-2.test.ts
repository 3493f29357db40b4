import { playLostAnswers } from '../support/lost-answers.ts';

playLostAnswers(1);
