using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace PairingLab.Host.Tests.Runs;

/// <summary>A span as a collector sees it.</summary>
internal sealed record OtlpSpan(string Trace, string Id, string Parent, string Name, ulong Start, ulong End);

/// <summary>A small collector of traces: OTLP over HTTP, with protobuf bodies.</summary>
internal sealed class OtlpListener : IAsyncDisposable
{
    private readonly ConcurrentQueue<OtlpSpan> spans = [];
    private readonly WebApplication app;

    private OtlpListener()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        app = builder.Build();
        app.Run(TakeAsync);
    }

    /// <summary>What came.</summary>
    public IReadOnlyCollection<OtlpSpan> Spans => spans;

    /// <summary>Where it listens.</summary>
    public string Address { get; private set; } = "";

    public static async Task<OtlpListener> StartAsync()
    {
        var listener = new OtlpListener();
        await listener.app.StartAsync();
        listener.Address = listener.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return listener;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task TakeAsync(HttpContext http)
    {
        if (http.Request.Path != "/v1/traces" || http.Request.ContentType != "application/x-protobuf")
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);

        // ExportTraceServiceRequest.resource_spans = 1, .scope_spans = 2, .spans = 2 (opentelemetry-proto, trace.proto).
        foreach (var span in Parts(body.ToArray(), 1).SelectMany(r => Parts(r, 2)).SelectMany(s => Parts(s, 2)))
        {
            spans.Enqueue(new(
                Hex(Parts(span, 1)), Hex(Parts(span, 2)), Hex(Parts(span, 4)), Encoding.UTF8.GetString(Parts(span, 5).Single()),
                BitConverter.ToUInt64(Parts(span, 7).Single()), BitConverter.ToUInt64(Parts(span, 8).Single())));
        }

        http.Response.ContentType = "application/x-protobuf";
    }

    private static string Hex(IEnumerable<byte[]> parts) => Convert.ToHexString(parts.SingleOrDefault() ?? []);

    /// <summary>The values of a field of a protobuf message that is no varint.</summary>
    private static IEnumerable<byte[]> Parts(byte[] message, int wanted)
    {
        for (var at = 0; at < message.Length;)
        {
            var key = Varint(message, ref at);
            var length = (int)(key & 7) switch
            {
                0 => 0,
                1 => 8,
                5 => 4,
                _ => (int)Varint(message, ref at),
            };
            if ((key & 7) == 0)
            {
                Varint(message, ref at);
            }
            else if ((int)(key >> 3) == wanted)
            {
                yield return message[at..(at + length)];
            }

            at += length;
        }
    }

    private static ulong Varint(byte[] message, ref int at)
    {
        var value = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var next = message[at++];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }
}
