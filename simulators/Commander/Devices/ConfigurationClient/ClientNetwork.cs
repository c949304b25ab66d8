using System.Globalization;
using PairingLab.Commander.Api;
using PairingLab.Kernel.Network;

namespace PairingLab.Commander.Devices.ConfigurationClient;

/// <summary>A Configuration Client's requests, put into HTTP.</summary>
internal static class ClientNetwork
{
    /// <summary>Asks the Commander what the state waits for.</summary>
    public static async Task<ClientReply> AskAsync(DeviceHttp http, string? address, ClientState state, CancellationToken cancel)
    {
        var request = state.Waiting!.Value;
        var (method, path, body) = Wire(request, state);
        var reply = address is null ? new(0, "") : await http.SendAsync(method, $"{address}/config/{path}", body, state.Token, cancel).ConfigureAwait(false);
        return reply.Ok ? Read(request, reply)
            : reply.Error is { } error ? new(request, error.Code, error.Message)
            : new(request, "", ClientTexts.NoAnswer);
    }

    private static (HttpMethod Method, string Path, object? Body) Wire(ClientRequest request, ClientState state) => request switch
    {
        ClientRequest.SignIn => (HttpMethod.Post, "sign-in", new SignInRequest(Typed(state, ClientFields.User), Typed(state, ClientFields.Password))),
        ClientRequest.SignOut => (HttpMethod.Post, "sign-out", null),
        ClientRequest.GenerateOtp => (HttpMethod.Post, "site-otp", null),
        ClientRequest.OpenSiteSecurity => (HttpMethod.Post, "site-security", new SiteOtpRequest(Typed(state, ClientFields.Otp))),
        ClientRequest.StartService => (HttpMethod.Post, "pairing-service", null),
        ClientRequest.RetrieveOtp => (HttpMethod.Post, "pairing-otp", null),
        ClientRequest.RevokeAllTrust => (HttpMethod.Post, "revoke-all-trust", null),
        ClientRequest.AutoUpgrade => (HttpMethod.Post, "auto-upgrade", new AutoUpgradeRequest(Typed(state, ClientFields.Base))),
        ClientRequest.Workstations => (HttpMethod.Get, "workstations", null),
        ClientRequest.SystemMessages => (HttpMethod.Get, "system-messages", null),
        _ => throw new ArgumentOutOfRangeException(nameof(request), request, "a request without a wire"),
    };

    private static ClientReply Read(ClientRequest request, DeviceReply reply) => request switch
    {
        ClientRequest.SignIn => new(request, Token: reply.Read<SignInResponse>().SignIn),
        ClientRequest.RetrieveOtp => new(request, Otp: reply.Read<PairingOtpResponse>().Otp),
        ClientRequest.Workstations => new(request, Rows: [.. reply.Read<List<PairedWorkstationResponse>>().Select(Row)]),
        ClientRequest.SystemMessages => new(request, Rows: [.. reply.Read<List<SystemMessageResponse>>().Select(m => $"{Time(m.At)} {m.Text}")]),
        _ => new(request),
    };

    private static string Row(PairedWorkstationResponse w) =>
        $"{w.Workstation}: paired {Time(w.PairedAt)}, expires {Time(w.NotAfter)}, {(w.Linked ? "linked" : "not linked")}";

    private static string Time(DateTimeOffset at) => at.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string Typed(ClientState state, string field) => state.Typed.GetValueOrDefault(field, "");
}
