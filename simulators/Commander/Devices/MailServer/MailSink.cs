using System.Buffers;
using System.Net;
using MimeKit;
using PairingLab.Kernel.Network;
using SmtpServer;
using SmtpServer.ComponentModel;
using SmtpServer.Net;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace PairingLab.Commander.Devices.MailServer;

/// <summary>An SMTP server that keeps what it is given, and sends it nowhere.</summary>
/// <param name="name">How it greets.</param>
/// <param name="where">The address that it listens on.</param>
/// <param name="taken">Told of each e-mail.</param>
internal sealed class MailSink(string name, Listening where, Action<Mail> taken) : IAsyncDisposable
{
    private readonly CancellationTokenSource power = new();
    private Task serving = Task.CompletedTask;

    /// <summary>Starts to listen; host and port.</summary>
    public async Task<string> StartAsync()
    {
        var started = new TaskCompletionSource<IPEndPoint>(TaskCreationOptions.RunContinuationsAsynchronously);
        var listeners = new EndpointListenerFactory();
        listeners.EndpointStarted += (_, e) => started.TrySetResult((IPEndPoint)e.LocalEndPoint);
        var services = new ServiceProvider();
        services.Add(listeners);
        services.Add(new Store(taken));
        var options = new SmtpServerOptionsBuilder()
            .ServerName(name)
            .Endpoint(new EndpointDefinitionBuilder().Endpoint(new(where.Address, 0)).Build())
            .Build();
        serving = new SmtpServer.SmtpServer(options, services).StartAsync(power.Token);
        await Task.WhenAny(started.Task, serving);
        if (!started.Task.IsCompleted)
        {
            await serving;
        }

        return $"{where.Host}:{(await started.Task).Port}";
    }

    /// <summary>Nobody listens any more.</summary>
    public async ValueTask DisposeAsync()
    {
        await power.CancelAsync();
        await serving.ContinueWith(
            _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        power.Dispose();
    }

    private sealed class Store(Action<Mail> taken) : MessageStore
    {
        public override async Task<SmtpResponse> SaveAsync(
            ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
        {
            using var content = new MemoryStream(buffer.ToArray());
            using var message = await MimeMessage.LoadAsync(content, cancellationToken);
            taken(new($"{message.To}", message.Subject ?? "", message.TextBody?.Trim() ?? ""));
            return SmtpResponse.Ok;
        }
    }
}

/// <summary>An e-mail as it arrived.</summary>
/// <param name="To">To whom.</param>
/// <param name="Subject">Its subject.</param>
/// <param name="Text">What it says.</param>
internal sealed record Mail(string To, string Subject, string Text);
