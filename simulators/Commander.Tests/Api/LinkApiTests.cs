using System.Net;
using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PairingLab.Commander.Api;
using PairingLab.Commander.Core;

namespace PairingLab.Commander.Tests.Api;

public sealed class LinkApiTests : IAsyncLifetime
{
    private static readonly CancellationToken Soon = new CancellationTokenSource(TimeSpan.FromSeconds(30), TimeProvider.System).Token;
    private RunningCommander commander = null!;

    public async ValueTask InitializeAsync() => commander = await RunningCommander.StartAsync();

    public async ValueTask DisposeAsync() => await commander.DisposeAsync();

    [Fact]
    public async Task Without_a_certificate_there_is_no_link() =>
        (await RunningCommander.CodeOfAsync(await AskAsync(null))).ShouldBe("403 not_trusted");

    [Fact]
    public async Task A_certificate_of_another_commander_does_not_get_through_the_handshake()
    {
        await using var other = await RunningCommander.StartAsync();
        using var foreign = await other.PairAsync();

        await Should.ThrowAsync<HttpRequestException>(() => AskAsync(foreign));
    }

    [Fact]
    public async Task An_expired_certificate_does_not_get_through_the_handshake()
    {
        using var certificate = await commander.PairAsync();
        (await AskAsync(certificate)).StatusCode.ShouldBe(HttpStatusCode.BadRequest, "in its time it comes as far as the web socket");

        await commander.Clock.AdvanceAsync(TimeSpan.FromDays(366));

        await Should.ThrowAsync<HttpRequestException>(() => AskAsync(certificate));
    }

    [Fact]
    public async Task Revoking_breaks_the_link_with_a_word_and_lets_nobody_in_again()
    {
        using var certificate = await commander.PairAsync();
        using var link = await OpenAsync(certificate);
        await link.SendAsync(new("heartbeat"), Soon);
        (await link.ReceiveAsync(Soon))!.Type.ShouldBe("ok");

        commander.Service.Do(new RevokeAllTrust(commander.Service.State.SignIns.Keys.Single())).Refusal.ShouldBeNull();

        (await link.ReceiveAsync(Soon)).ShouldBe(new LinkMessage("broken", Code: "not_trusted"));
        (await link.ReceiveAsync(Soon)).ShouldBeNull("the Commander hangs up");
        (await RunningCommander.CodeOfAsync(await AskAsync(certificate))).ShouldBe("403 not_trusted");
    }

    [Fact]
    public async Task After_a_renewal_the_new_certificate_is_good_and_the_old_one_is_not()
    {
        using var old = await commander.PairAsync();
        using var link = await OpenAsync(old);
        (await RenewAsync(link)).Message.ShouldBe(new LinkMessage("refused", Code: "not_yet_due"));

        await commander.Clock.AdvanceAsync(TimeSpan.FromDays(352));
        var (renewed, key) = await RenewAsync(link);
        using var fresh = Requests.Join(Convert.FromBase64String(renewed.Certificate!), key);

        (await RunningCommander.CodeOfAsync(await AskAsync(old))).ShouldBe("403 not_trusted");
        using var again = await OpenAsync(fresh);
        await link.SendAsync(new("heartbeat"), Soon);
        (await link.ReceiveAsync(Soon)).ShouldBe(new LinkMessage("broken", Code: "not_trusted"));
    }

    [Theory]
    [InlineData("rsa")]
    [InlineData("!")]
    [InlineData(null)]
    public async Task A_bad_renewal_is_refused_and_the_link_stays(string? request)
    {
        using var certificate = await commander.PairAsync();
        using var link = await OpenAsync(certificate);
        await commander.Clock.AdvanceAsync(TimeSpan.FromDays(352));
        request = request == "rsa" ? Convert.ToBase64String(Requests.Rsa(RSASignaturePadding.Pkcs1)) : request;

        await link.SendAsync(new("renew", Request: request), Soon);

        (await link.ReceiveAsync(Soon)).ShouldBe(new LinkMessage("refused", Code: "bad_request"));
        await link.SendAsync(new("heartbeat"), Soon);
        (await link.ReceiveAsync(Soon))!.Type.ShouldBe("ok");
    }

    private static async Task<(LinkMessage Message, ECDsa Key)> RenewAsync(LinkSocket link)
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await link.SendAsync(new("renew", Request: Convert.ToBase64String(Requests.Of(key))), Soon);
        return ((await link.ReceiveAsync(Soon))!, key);
    }

    private async Task<HttpResponseMessage> AskAsync(X509Certificate2? certificate)
    {
        using var client = RunningCommander.Client(certificate);
        return await client.GetAsync($"{commander.Address}/link", Soon);
    }

    private async Task<LinkSocket> OpenAsync(X509Certificate2 certificate)
    {
        var socket = new ClientWebSocket();
        socket.Options.ClientCertificates.Add(certificate);
        socket.Options.RemoteCertificateValidationCallback = (_, _, _, _) => true;
        await socket.ConnectAsync(new Uri($"{commander.Address.Replace("https", "wss", StringComparison.Ordinal)}/link"), Soon);
        return new(socket);
    }
}
