import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decode } from '../../src/document/encoding.ts';

const simplified =
  '盐池县科学技术局2023年政府信息公开工作年度报告\r\n一、总体情况\n主动公开\t1\n本年新收政府信息公开申请数量\n';
const traditional = '臺北市政府資訊公開年度報告\n一、總體情況\n本年收到申請的數量為 3 件，其他機關處理結果如下。\n';

describe('decode', () => {
  it.each(['utf-8', 'gbk', 'gb18030', 'utf-16le', 'utf-16be'])('reads %s without being told', (encoding) => {
    expect(decode(iconv.encode(simplified, encoding)).text).toBe(simplified);
  });
  it.each(['utf-8', 'utf-16le', 'utf-16be'])('takes a byte order mark of %s off', (encoding) => {
    expect(decode(iconv.encode(simplified, encoding, { addBOM: true })).text).toBe(simplified);
  });
  it('reads Big5', () => {
    expect(decode(iconv.encode(traditional, 'big5'))).toEqual({ text: traditional, encoding: 'big5' });
  });
  it('keeps plain ASCII', () => {
    expect(decode(Buffer.from('annual report\n1\t2\n')).text).toBe('annual report\n1\t2\n');
  });
  it('reads UTF-8 with a few broken bytes as UTF-8', () => {
    const bytes = Buffer.from(simplified.repeat(5));
    bytes[40] = 0xff;
    const { text, encoding } = decode(bytes);
    expect(encoding).toBe('utf-8');
    expect(text).toContain('本年新收政府信息公开申请数量');
  });
  it('reads UTF-8 that was cut inside a character', () => {
    const whole = Buffer.from('政府信息公开');
    expect(decode(whole.subarray(0, whole.length - 1)).text).toBe('政府信息公');
  });
  it('believes the bytes and not the page', () => {
    expect(decode(Buffer.from(simplified), () => 'gb2312').text).toBe(simplified);
    expect(decode(iconv.encode(simplified, 'gbk'), () => 'utf-8').text).toBe(simplified);
  });

  const slips = [
    ['UTF-8 read as Latin-1', 'utf-8', 'latin1'],
    ['GBK read as Latin-1', 'gbk', 'latin1'],
  ] as const;
  it.each(slips)('repairs %s', (_, right, wrong) => {
    const slipped = iconv.decode(iconv.encode(simplified, right), wrong);
    const text = decode(Buffer.from(slipped)).text;
    expect(text.split('\n').length).toBe(simplified.split('\n').length);
    expect(text).toContain('信息公开');
  });
  it('repairs UTF-8 read as windows-1252 as browsers do', () => {
    const slipped = new TextDecoder('windows-1252').decode(Buffer.from(simplified));
    expect(decode(Buffer.from(slipped)).text).toBe(simplified);
  });
  it('turns what the slip destroyed into no other character and into no figure', () => {
    const { text } = decode(Buffer.from(iconv.decode(Buffer.from(simplified), 'gb18030')));
    const original = new Set(simplified);
    expect(text).toContain('2023');
    expect([...text].filter((each) => !original.has(each) && each !== '\ufffd' && each !== '?')).toEqual([]);
    expect(text.match(/[0-9]/g)).toEqual(simplified.match(/[0-9]/g));
  });
  it('repairs UTF-8 read as GBK as far as it can be', () => {
    const original = '政府信息公开工作年度报告\n政府信息公开申请情况\n';
    const text = decode(Buffer.from(iconv.decode(Buffer.from(original), 'gb18030'))).text;
    expect(text).toContain('政府信息公开');
  });
});
