export { connect } from './connection.ts';
export type { Connection, ConnectionSource, ConnectionState } from './connection.ts';
export { attempt, toAppError } from './failures.ts';
export type { ServiceClient } from './session.ts';
