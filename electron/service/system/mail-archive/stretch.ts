/** Bytes that came and were not taken yet; grows without being copied at each addition. */
export class Stretch {
  #room: Buffer<ArrayBufferLike> = Buffer.allocUnsafe(0);
  #from = 0;
  #to = 0;

  /** What is held; valid until the next change. */
  get bytes(): Buffer {
    return this.#room.subarray(this.#from, this.#to);
  }

  add(chunk: Uint8Array): void {
    const held = this.#to - this.#from;
    if (this.#to + chunk.length > this.#room.length) {
      const room = Buffer.allocUnsafe(Math.max(2 * (held + chunk.length), 64 * 1024));
      this.bytes.copy(room);
      this.#room = room;
      this.#from = 0;
      this.#to = held;
    }
    this.#room.set(chunk, this.#to);
    this.#to += chunk.length;
  }

  /** Forgets the first bytes. */
  drop(count: number): void {
    this.#from = Math.min(this.#from + count, this.#to);
  }
}
