using System.Diagnostics;
using System.Text;
using PairingLab.Drivers.Serial;

namespace PairingLab.Benchmarks;

/// <summary>The serial reader over 64 MB of sentences, beside a loop that only adds the same bytes up.</summary>
internal sealed class SerialReading : IBenchmark
{
    private const int Rounds = 200;

    public async IAsyncEnumerable<Result> RunAsync()
    {
        await Task.CompletedTask;
        var bytes = Sentences(10_000);
        var counter = new Counter();
        var reader = new DisplayLinkReader();
        reader.Feed(bytes, counter);
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var ours = Rate(bytes, () => reader.Feed(bytes, counter));
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        var sum = 0;
        var limit = Rate(bytes, () =>
        {
            foreach (var b in bytes)
            {
                sum ^= b;
            }
        });
        GC.KeepAlive(sum);
        yield return new("serial reader", ours, "MB/s", 20, MoreIsBetter: true, limit, "XOR of the same bytes, one loop");
        yield return new("serial reader: allocated per sentence", Math.Round((double)allocated / (Rounds * 10_000), 2), "bytes", 0,
            MoreIsBetter: false, null, $"{counter.Count:N0} sentences");
    }

    private static double Rate(byte[] bytes, Action work)
    {
        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < Rounds; i++)
        {
            work();
        }

        return (double)bytes.Length * Rounds / 1e6 / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static byte[] Sentences(int count)
    {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++)
        {
            var body = $"PLDSP,{i % 10_000:D4},{i & 0x7F:X2},CF";
            text.Append('$').Append(body).Append('*').Append($"{body.Aggregate(0, (x, c) => x ^ c):X2}").Append("\r\n");
        }

        return Encoding.ASCII.GetBytes(text.ToString());
    }

    private sealed class Counter : IDisplaySentences
    {
        public int Count { get; private set; }

        public void Sound(DisplaySentence sentence, ReadOnlySpan<byte> body) => Count++;

        public void Damaged(SentenceFault fault, ReadOnlySpan<byte> body)
        {
        }
    }
}
