using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PairingLab.Drivers.Tests.Wire;

/// <summary>An HTTP server that answers as told and keeps what it was asked ("POST /lab/clock {…}").</summary>
internal sealed class FakeLab : IDisposable
{
    private readonly HttpListener listener = new();
    private readonly Func<string, FakeAnswer> answer;
    private readonly List<string> requests = [];

    public FakeLab(Func<string, FakeAnswer> answer)
    {
        this.answer = answer;
        Address = new Uri($"http://127.0.0.1:{FreePort()}/");
        listener.Prefixes.Add(Address.AbsoluteUri);
        listener.Start();
        _ = ServeAsync();
    }

    public HttpClient Http { get; } = new();

    public Uri Address { get; }

    public IReadOnlyList<string> Requests
    {
        get
        {
            lock (requests)
            {
                return [.. requests];
            }
        }
    }

    public void Dispose()
    {
        Http.Dispose();
        listener.Close();
    }

    private static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                await TakeAsync(await listener.GetContextAsync());
            }
        }
        catch (Exception e) when (e is ObjectDisposedException or HttpListenerException)
        {
            // The test is over.
        }
    }

    private async Task TakeAsync(HttpListenerContext context)
    {
        using var reader = new StreamReader(context.Request.InputStream);
        var request = $"{context.Request.HttpMethod} {context.Request.RawUrl} {await reader.ReadToEndAsync()}".TrimEnd();
        lock (requests)
        {
            requests.Add(request);
        }

        var told = answer(request);
        context.Response.StatusCode = told.Status;
        if (told.Version is not null)
        {
            context.Response.Headers["Panel-Version"] = told.Version;
        }

        await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(told.Body));
        context.Response.Close();
    }
}

/// <summary>What <see cref="FakeLab"/> answers.</summary>
internal sealed record FakeAnswer(string Body, int Status = 200, string? Version = null);
