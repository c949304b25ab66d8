using System.Net;
using System.Text.Json;

namespace PairingLab.AccessControl.ThirdParties;

/// <summary>What MRS says of an account at <c>GET /loyalty/mrs/accounts/{id}</c>.</summary>
internal sealed class MrsAccounts(HttpClient http, AccessControlSettings settings)
{
    /// <summary>A card that takes part in the rewards.</summary>
    public const string Active = "ACTIVE";

    /// <summary>MRS has no such account.</summary>
    public const string Unknown = "UNKNOWN";

    private const int LongestStatus = 20;

    /// <summary>
    /// The account's status, <see cref="Unknown"/> when there is no such account; null when MRS does not answer, or answers nonsense.
    /// </summary>
    public async Task<string?> StatusAsync(string aref)
    {
        if (settings.MrsAddress.Length == 0)
        {
            return null;
        }

        using var late = new CancellationTokenSource(settings.ThirdPartyTimeLimit, TimeProvider.System);
        try
        {
            using var response = await http.GetAsync(
                new Uri($"{settings.MrsAddress.TrimEnd('/')}/loyalty/mrs/accounts/{Uri.EscapeDataString(aref)}"), late.Token);
            if (response.StatusCode == HttpStatusCode.NotFound)
            {
                return Unknown;
            }

            response.EnsureSuccessStatusCode();
            using var document = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(late.Token));
            return document.RootElement.GetProperty("id").GetString() == aref
                && document.RootElement.GetProperty("status").GetString() is { Length: > 0 and <= LongestStatus } status
                && status.All(c => char.IsAsciiLetterUpper(c) || c == '_') ? status : null;
        }
        catch (Exception e) when (ThirdPartyFailure.Is(e))
        {
            return null;
        }
    }
}
