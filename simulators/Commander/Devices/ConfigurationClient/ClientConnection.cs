using System.Globalization;
using PairingLab.Commander.Api;
using PairingLab.Kernel.Network;
using PairingLab.Kernel.Panels;
using PairingLab.Kernel.Simulation;

namespace PairingLab.Commander.Devices.ConfigurationClient;

/// <summary>What a Configuration Client asks of its Commander.</summary>
/// <param name="What">What.</param>
/// <param name="Token">The bearer token of the session; null before sign-in.</param>
/// <param name="Body">What is sent with it; null for nothing.</param>
public sealed record ClientRequest(ClientFunction What, string? Token, object? Body);

/// <summary>The functions of a Commander that a Configuration Client uses.</summary>
public enum ClientFunction
{
    /// <summary>Sign in.</summary>
    SignIn,

    /// <summary>Sign out.</summary>
    SignOut,

    /// <summary>What the Security menu has.</summary>
    Security,

    /// <summary>The list of users.</summary>
    Users,

    /// <summary>The access of a user is changed.</summary>
    ChangeUser,

    /// <summary>A user chooses another password.</summary>
    ChangePassword,

    /// <summary>A user must choose another password at the next sign-in.</summary>
    ForcePasswordChange,

    /// <summary>Where a user's OTP goes by e-mail.</summary>
    ChangeUserMail,

    /// <summary>The password settings.</summary>
    PasswordSettings,

    /// <summary>They are changed.</summary>
    ChangePasswordSettings,

    /// <summary>[Generate OTP].</summary>
    GenerateOtp,

    /// <summary>The four digits.</summary>
    OpenSiteSecurity,

    /// <summary>[Start Pairing Service].</summary>
    StartService,

    /// <summary>[Retrieve Pairing OTP].</summary>
    RetrieveOtp,

    /// <summary>Revoke All Trust, [Yes].</summary>
    RevokeAllTrust,

    /// <summary>Auto Upgrade.</summary>
    AutoUpgrade,

    /// <summary>The list of paired workstations.</summary>
    Workstations,

    /// <summary>System Messages.</summary>
    SystemMessages,
}

/// <summary>What came back to a Configuration Client.</summary>
/// <param name="ErrorCode">Why it was refused; null when it was done; "" when nobody answered.</param>
/// <param name="ErrorText">What the person is told.</param>
/// <param name="Token">Sign-in: the bearer token.</param>
/// <param name="Otp">Retrieve: the six characters.</param>
/// <param name="Rows">Lists: the rows.</param>
/// <param name="Base">Sign-in, Security: the base of the Commander's software.</param>
/// <param name="Users">The users.</param>
/// <param name="SiteSecurity">Sign-in, Security: whether the user has the Site Security function.</param>
/// <param name="Mailed">Generate OTP: what came of the e-mail; null when there is none.</param>
/// <param name="Passwords">The password settings.</param>
public sealed record ClientReply(
    string? ErrorCode = null,
    string? ErrorText = null,
    string? Token = null,
    string? Otp = null,
    IReadOnlyList<PanelText>? Rows = null,
    string Base = "",
    IReadOnlyList<UserResponse>? Users = null,
    bool SiteSecurity = false,
    OtpMailResponse? Mailed = null,
    PasswordSettingsBody? Passwords = null);

/// <summary>A Configuration Client's requests, put into HTTP as docs/protocols/commander.md has them.</summary>
internal sealed class ClientConnection(DeviceHttp http, Func<string?> commander) : IDeviceClient<ClientRequest, ClientReply>
{
    public async Task<ClientReply> SendAsync(ClientRequest request, Flight<ClientReply> flight)
    {
        var (method, path, body) = request.Body is UserResponse user ? OfUser(request.What, user) : Wire(request);
        var reply = commander() is { } address
            ? await http.SendAsync(method, $"{address}/config/{path}", body, request.Token, flight.CalledBack)
            : new(0, "");
        return reply.Ok ? Read(request.What, reply)
            : reply.Error is { } error ? new(error.Code, error.Message)
            : new("", ClientTexts.NoAnswer);
    }

    public ValueTask DisposeAsync()
    {
        http.Dispose();
        return ValueTask.CompletedTask;
    }

    private static (HttpMethod Method, string Path, object? Body) OfUser(ClientFunction what, UserResponse user)
    {
        var path = $"users/{Uri.EscapeDataString(user.User)}";
        return what switch
        {
            ClientFunction.ForcePasswordChange => (HttpMethod.Post, $"{path}/force-password-change", null),
            ClientFunction.ChangeUserMail => (HttpMethod.Post, $"{path}/mail", user.Mail),
            _ => (HttpMethod.Post, path, new ChangeUserRequest(user.SiteSecurity, user.DisallowLogin)),
        };
    }

    private static (HttpMethod Method, string Path, object? Body) Wire(ClientRequest request)
    {
        var (method, path) = Wire(request.What);
        return (method, path, request.Body);
    }

    private static (HttpMethod Method, string Path) Wire(ClientFunction what) => what switch
    {
        ClientFunction.ChangePassword => (HttpMethod.Post, "password"),
        ClientFunction.PasswordSettings => (HttpMethod.Get, "password-settings"),
        ClientFunction.ChangePasswordSettings => (HttpMethod.Post, "password-settings"),
        ClientFunction.SignIn => (HttpMethod.Post, "sign-in"),
        ClientFunction.SignOut => (HttpMethod.Post, "sign-out"),
        ClientFunction.Security => (HttpMethod.Get, "security"),
        ClientFunction.Users => (HttpMethod.Get, "users"),
        ClientFunction.GenerateOtp => (HttpMethod.Post, "site-otp"),
        ClientFunction.OpenSiteSecurity => (HttpMethod.Post, "site-security"),
        ClientFunction.StartService => (HttpMethod.Post, "pairing-service"),
        ClientFunction.RetrieveOtp => (HttpMethod.Post, "pairing-otp"),
        ClientFunction.RevokeAllTrust => (HttpMethod.Post, "revoke-all-trust"),
        ClientFunction.AutoUpgrade => (HttpMethod.Post, "auto-upgrade"),
        ClientFunction.Workstations => (HttpMethod.Get, "workstations"),
        ClientFunction.SystemMessages => (HttpMethod.Get, "system-messages"),
        _ => throw new ArgumentOutOfRangeException(nameof(what), what, "a request without a wire"),
    };

    private static ClientReply Read(ClientFunction what, DeviceReply reply) => what switch
    {
        ClientFunction.SignIn or ClientFunction.ChangePassword when reply.Read<SignInResponse>() is var r =>
            new(Token: r.SignIn, Base: r.Base, SiteSecurity: r.SiteSecurity),
        ClientFunction.Security when reply.Read<SecurityResponse>() is var r => new(Base: r.Base, SiteSecurity: r.SiteSecurity),
        ClientFunction.Users => new(Users: reply.Read<List<UserResponse>>()),
        ClientFunction.PasswordSettings => new(Passwords: reply.Read<PasswordSettingsBody>()),
        ClientFunction.GenerateOtp when reply.Body.Length > 0 => new(Mailed: reply.Read<OtpMailResponse>()),
        ClientFunction.RetrieveOtp => new(Otp: reply.Read<PairingOtpResponse>().Otp),
        ClientFunction.Workstations => new(Rows: [.. reply.Read<List<PairedWorkstationResponse>>().Select(Row)]),
        ClientFunction.SystemMessages =>
            new(Rows: [.. reply.Read<List<SystemMessageResponse>>().Select(m => PanelText.Row([$"{Time(m.At)} {m.Text}"]))]),
        _ => new(),
    };

    private static PanelText Row(PairedWorkstationResponse w) => PanelText.Row(
        [$"{w.Workstation}: paired {Time(w.PairedAt)}", $"expires {Time(w.NotAfter)}", w.Linked ? "linked" : "not linked"]);

    private static string Time(DateTimeOffset at) => at.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
