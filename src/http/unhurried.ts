// Requests that may take long to arrive. Node has one time limit for all requests of a server; it
// tells us at the limit, and the connection is closed unless it is one of these.

import type { Socket } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';

const unhurried = new WeakSet<Socket>();

export function isUnhurried(socket: Socket): boolean {
  return unhurried.has(socket);
}

/**
 * For routes whose body is a long stream. Such a connection ends with its answer, because Node
 * watches it no longer. Who sends nothing for a while is cut off all the same, by the idle limit.
 */
export async function doNotHurry({ raw }: FastifyRequest, reply: FastifyReply): Promise<void> {
  unhurried.add(raw.socket);
  reply.header('Connection', 'close');
}
