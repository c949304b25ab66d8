using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Security.Cryptography;
using PairingLab.Commander.Core;
using PairingLab.Commander.Service;
using PairingLab.Kernel.Time;

namespace PairingLab.Commander.Api;

/// <summary>
/// The trusted links of a Commander: answers requests, sends the Commander's own messages, breaks links whose trust has ended.
/// </summary>
public sealed class LinkHub
{
    private readonly CommanderService commander;
    private readonly LabClock clock;
    private readonly ConcurrentDictionary<LinkSocket, (string Workstation, string Thumbprint)> links = new();

    /// <summary>Watches a Commander.</summary>
    public LinkHub(CommanderService commander, LabClock clock)
    {
        this.commander = commander;
        this.clock = clock;
        commander.Happened += OnHappened;
    }

    /// <summary>A link came or went.</summary>
    public event Action? Changed;

    /// <summary>Whether a workstation is linked now.</summary>
    public bool IsLinked(string workstation) => links.Values.Any(l => l.Workstation == workstation);

    /// <summary>Serves one link until it ends.</summary>
    public async Task ServeAsync(WebSocket socket, string workstation, string thumbprint, CancellationToken cancel)
    {
        using var link = new LinkSocket(socket);
        links[link] = (workstation, thumbprint);
        Changed?.Invoke();
        if (commander.WhyNoLink(workstation, thumbprint) is not null)
        {
            // Trust ended between the endpoint's check and here, when this link could not be told yet.
            links.TryRemove(link, out _);
            return;
        }

        try
        {
            // A certificate that has just been renewed is no longer valid, but its owner hangs up: each message is checked when
            // it comes, and the answer to a renewal must still get through.
            while (await link.ReceiveAsync(cancel) is { } message)
            {
                await link.SendAsync(Answer(message, workstation, thumbprint), cancel);
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or IOException)
        {
            // The workstation or the power is gone.
        }
        finally
        {
            links.TryRemove(link, out _);
            Changed?.Invoke();
        }
    }

    private LinkMessage Answer(LinkMessage message, string workstation, string thumbprint)
    {
        if (commander.WhyNoLink(workstation, thumbprint) is { } reason)
        {
            return new("broken", Code: reason.Code());
        }

        return message.Type switch
        {
            "heartbeat" or "sale" => new("ok"),
            "renew" => Renew(message, workstation, thumbprint),
            "generate-otp" => GenerateOtp(workstation, thumbprint),
            _ => new("refused", Code: "unknown_message"),
        };
    }

    private LinkMessage Renew(LinkMessage message, string workstation, string thumbprint)
    {
        try
        {
            var (answer, certificate) = commander.Renew(workstation, thumbprint, Convert.FromBase64String(message.Request ?? ""));
            using (certificate)
            {
                return answer.Refusal is { } reason
                    ? new("refused", Code: reason.Code())
                    : new("renewed", Certificate: Convert.ToBase64String(certificate.RawData));
            }
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return new("refused", Code: "bad_request");
        }
    }

    private LinkMessage GenerateOtp(string workstation, string thumbprint)
    {
        var answer = commander.GenerateSiteOtpAtRegister(workstation, thumbprint);
        return answer.Refusal is { } reason
            ? new("refused", Code: reason.Code())
            : new("otp", Otp: answer.The<SiteOtpGenerated>().Code);
    }

    private void OnHappened(CommanderState state, IReadOnlyList<ICommanderEvent> events)
    {
        foreach (var happened in events)
        {
            switch (happened)
            {
                case AllTrustRevoked:
                    Tell(_ => true, new("broken", Code: Refusal.NotTrusted.Code()), thenBreak: true);
                    break;
                case CertificateExpired e:
                    Tell(w => w == e.Workstation, new("broken", Code: Refusal.CertificateExpired.Code()), thenBreak: true);
                    break;
                case AutoUpgraded e:
                    Tell(_ => true, new("upgrade", Base: e.Base), thenBreak: false);
                    break;
                default:
                    break;
            }
        }
    }

    private void Tell(Func<string, bool> whom, LinkMessage message, bool thenBreak)
    {
        foreach (var (link, owner) in links)
        {
            if (whom(owner.Workstation))
            {
                if (thenBreak)
                {
                    links.TryRemove(link, out _);
                }

                var hold = clock.Hold($"telling {owner.Workstation} '{message.Type}'");
                _ = Task.Run(() => TellAsync(link, message, thenBreak, hold));
            }
        }
    }

    private static async Task TellAsync(LinkSocket link, LinkMessage message, bool thenBreak, IDisposable hold)
    {
        using (hold)
        {
            try
            {
                using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(5), TimeProvider.System);
                await link.SendAsync(message, limit.Token);
                if (thenBreak)
                {
                    await link.HangUpAsync(limit.Token);
                }
            }
            catch (Exception e) when (e is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException)
            {
                // It is gone or does not listen.
                link.Dispose();
            }
        }
    }
}
