using PairingLab.AccessControl.Storage;

namespace PairingLab.AccessControl.Admin.SignIn;

/// <summary>Somebody with a session.</summary>
/// <param name="User">Who.</param>
/// <param name="Session">The token of the session.</param>
/// <param name="MustConsent">Whether Terms and Conditions and Privacy Policy are still to be accepted.</param>
public sealed record SignedIn(UserRow User, string Session, bool MustConsent)
{
    /// <summary>A session never says its token.</summary>
    public override string ToString() => User.ToString();
}
