import { expect } from 'chai';
import { LIMITS } from '../../src/base/limits.ts';
import { AnswerRoom } from '../../src/server/answer-room.ts';
import { BatchRoom } from '../../src/server/batch-room.ts';
import { HeldBytes } from '../../src/server/client-memory.ts';
import { ANSWERS_UNREAD, ANSWER_FULL, MEMORY_FULL, TOO_MUCH_OWED } from '../../src/server/refusals.ts';

const MIB = 1 << 20;

/** The rooms of several connections of a port that has 8 MiB for answers. */
function port(onFull: () => void = () => undefined) {
  const all = new HeldBytes(8 * MIB);
  return { all, connection: () => new AnswerRoom(all, onFull) };
}

describe('the room for answers', () => {
  it('counts a value from when it comes until it is answered, and once however often it comes', () => {
    const { all, connection } = port();
    const request = connection().open();
    for (const bytes of [100, 300, 200]) expect(request.hold(bytes)).to.equal(undefined);
    expect(all.held).to.equal(300);
    request.close();
    expect(all.held).to.equal(0);
    // A slow owner's answer.
    expect(request.hold(500)).to.equal(undefined);
    expect(all.held).to.equal(0);
  });

  it('refuses those who are owed some from half of it on, and gives all others theirs', () => {
    const { connection } = port();
    const [deaf, honest] = [connection(), connection()];
    for (let held = 0; held < 4 * MIB; held += MIB) expect(deaf.open().hold(MIB)).to.equal(undefined);
    expect(deaf.refusal).to.equal(TOO_MUCH_OWED);
    const request = deaf.open();
    expect(request.hold(1)).to.equal(TOO_MUCH_OWED);
    expect(request.refusal).to.equal(TOO_MUCH_OWED);
    expect(honest.refusal).to.equal(undefined);
    expect(honest.open().hold(MIB)).to.equal(undefined);
  });

  it('counts what waits to be read with what is being read', () => {
    const { all, connection } = port();
    const deaf = connection();
    deaf.setUnread(3 * MIB);
    deaf.open().hold(MIB);
    expect(all.held).to.equal(4 * MIB);
    expect(deaf.refusal).to.equal(TOO_MUCH_OWED);
    deaf.setUnread(0);
    expect(deaf.refusal).to.equal(undefined);
    deaf.setUnread(LIMITS.clientOutputBytes);
    expect(deaf.refusal).to.equal(ANSWERS_UNREAD);
  });

  it('never holds more: where it is full somebody is hung up on, else the value is refused', () => {
    let isDeafThere = true;
    const { all, connection } = port(() => {
      if (isDeafThere) deaf.setUnread(0);
      isDeafThere = false;
    });
    const deaf = connection();
    deaf.setUnread(7 * MIB);
    expect(
      connection()
        .open()
        .hold(2 * MIB),
      'in the place of the deaf one',
    ).to.equal(undefined);
    expect(all.held).to.equal(2 * MIB);
    for (let i = 0; i < 3; i++)
      expect(
        connection()
          .open()
          .hold(2 * MIB),
      ).to.equal(undefined);
    expect(connection().open().hold(1)).to.equal(MEMORY_FULL);
    expect(all.held).to.equal(8 * MIB);
  });

  it('has somebody hung up on where answers that nobody reads fill it', () => {
    let calls = 0;
    const { connection } = port(() => calls++);
    connection().setUnread(8 * MIB - 1);
    expect(calls).to.equal(0);
    connection().setUnread(1);
    expect(calls).to.equal(1);
  });

  it('takes one value alone, however large', () => {
    expect(
      port()
        .connection()
        .open()
        .hold(9 * MIB),
    ).to.equal(undefined);
  });

  it('takes of a batch what fits one answer, and its first value however large', () => {
    const { all, connection } = port();
    const batch = new BatchRoom(connection().open());
    const first = batch.item();
    expect(first.hold(LIMITS.batchAnswerBytes + 1)).to.equal(undefined);
    expect(first.hold(LIMITS.batchAnswerBytes + 2), 'the same from another owner').to.equal(undefined);
    const second = batch.item();
    expect(second.hold(1)).to.equal(ANSWER_FULL);
    expect(second.refusal).to.equal(ANSWER_FULL);
    expect(all.held).to.equal(LIMITS.batchAnswerBytes + 2);
  });
});
