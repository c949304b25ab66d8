using PairingLab.Drivers.Evidence;
using PairingLab.Drivers.Panels;

namespace PairingLab.Drivers.Roles;

/// <summary>
/// Somebody at a Configuration Client, who also looks at the Commander's status display. Texts: Commander POS pairing guide.
/// </summary>
public sealed class ConfigurationClient(IPanel panel, IStatusDisplay display, IEvidenceSink evidence)
{
    private const string Processing = "Processing request. Please Wait...";
    private const string OtpDialog = "Pairing session OTP";

    /// <summary>It asks for a user name and password.</summary>
    public const string AtSignIn = "the sign-in";

    /// <summary>Site Security is open.</summary>
    public const string InSiteSecurity = "the screen \"Site Security\"";

    /// <summary>The panel itself.</summary>
    public IPanel Panel => panel;

    /// <summary>The Site Security OTP that was read last; null before the first.</summary>
    public string? SiteOtp { get; private set; }

    /// <summary>The Pairing OTP that was retrieved last; null before the first.</summary>
    public string? PairingOtp { get; private set; }

    /// <summary>Signs in and waits for what comes of it.</summary>
    public async Task<PanelReading> SignInAsync(string user, string password)
    {
        evidence.Secret(password);
        await panel.SettleAsync(p => p.Field("Password") is not null, "the sign-in");
        await panel.EnterAsync("User Name", user);
        await panel.EnterAsync("Password", password);
        return await DoAsync("Sign In");
    }

    /// <summary>Where it is: at its sign-in, in Site Security, or elsewhere (null).</summary>
    public Task<string?> WhereAsync() => panel.WhichAsync(
    [
        new(AtSignIn, p => p.Field("Password") is not null),
        new(InSiteSecurity, p => p.Title == "Site Security"),
    ]);

    /// <summary>Lets a person sign in with a password of their own, which the lab need not know.</summary>
    public Task LetSignInAsync(string role) => panel.AskToAsync($"Sign in as {role}");

    /// <summary>Security > Site Security.</summary>
    public async Task<PanelReading> GoToSiteSecurityAsync()
    {
        await panel.PressWhenOfferedAsync("Security");
        return await panel.PressWhenOfferedAsync("Site Security");
    }

    /// <summary>[Generate OTP], its confirmation, [Ok].</summary>
    public async Task GenerateSiteOtpAsync()
    {
        await DoAsync("Generate OTP");
        await panel.WaitUntilItSaysAsync("OTP has been generated.");
        await panel.PressAsync("Ok");
    }

    /// <summary>Reads the OTP from the status display.</summary>
    public async Task<string> ReadSiteOtpAsync(TimeSpan? limit = null)
    {
        SiteOtp = await display.ReadSiteOtpAsync(limit);
        evidence.Secret(SiteOtp);
        return SiteOtp;
    }

    /// <summary>Enters the four digits and presses [Ok].</summary>
    public async Task<PanelReading> EnterSiteOtpAsync(string otp)
    {
        await panel.SettleAsync(p => p.Field("OTP") is not null, "the One-Time Password dialog box");
        await panel.EnterAsync("OTP", otp);
        return await DoAsync("Ok");
    }

    /// <summary>From the menu to an open Site Security.</summary>
    public async Task OpenSiteSecurityAsync()
    {
        await GoToSiteSecurityAsync();
        await panel.WaitUntilTitledAsync("One-Time Password");
        await GenerateSiteOtpAsync();
        await EnterSiteOtpAsync(await ReadSiteOtpAsync());
        await panel.WaitUntilTitledAsync("Site Security");
    }

    /// <summary>[Start Pairing Service], its confirmation, [Ok].</summary>
    public async Task StartPairingServiceAsync()
    {
        await DoAsync("Start Pairing Service");
        await panel.WaitUntilItSaysAsync("Pairing service is started");
        await panel.PressAsync("Ok");
    }

    /// <summary>[Retrieve Pairing OTP] and what comes of it; the dialog box stays open.</summary>
    public async Task<PanelReading> TryRetrievePairingOtpAsync()
    {
        var reading = await DoAsync("Retrieve Pairing OTP");
        PairingOtp = await panel.TryTellAsync(OtpOf, "the Pairing OTP") ?? PairingOtp;
        if (PairingOtp is not null)
        {
            evidence.Secret(PairingOtp);
        }

        return reading;
    }

    /// <summary>The Pairing OTP that the dialog box gives.</summary>
    public Task<string> TellPairingOtpAsync() => panel.TellAsync(OtpOf, "the Pairing OTP");

    private static string? OtpOf(PanelReading shown) => shown.Title == OtpDialog ? shown.Texts.FirstOrDefault() : null;

    /// <summary>[Retrieve Pairing OTP], the OTP is noted, [Ok].</summary>
    public async Task<string> RetrievePairingOtpAsync()
    {
        PairingOtp = null;
        var reading = await TryRetrievePairingOtpAsync();
        var otp = PairingOtp ?? throw new PanelTimeoutException($"no Pairing session OTP was given; {reading}");
        await panel.PressAsync("Ok");
        return otp;
    }

    /// <summary>Presses a button and waits until the Commander has answered.</summary>
    public async Task<PanelReading> DoAsync(string button)
    {
        await panel.PressWhenOfferedAsync(button);
        return await panel.SettleAsync(p => !p.Says(Processing), "an answer of the Commander", TimeSpan.FromMinutes(1));
    }
}
