using System.Security.Cryptography;
using PairingLab.Sci.Core;
using PairingLab.Sci.Signing;

namespace PairingLab.Sci.Service;

/// <summary>Finds out which pairing has signed a request.</summary>
/// <param name="tenant">The tenant whose API is asked: another tenant's pairings are unknown there.</param>
/// <param name="partA">The POS maker's part of the secret.</param>
/// <param name="skew">By how much the signature's time is off when it is refused.</param>
public sealed class SignatureVerifier(string tenant, string partA, TimeSpan skew)
{
    /// <summary>
    /// The pairing whose signature is found valid among those of the request, whatever has become of it; null when none is. Of members
    /// with the same label only the last one counts.
    /// </summary>
    /// <param name="state">What SCI knows.</param>
    /// <param name="request">The request.</param>
    /// <param name="input">The header Signature-Input.</param>
    /// <param name="signature">The header Signature.</param>
    /// <param name="digestDemanded">Whether the body must be covered.</param>
    /// <param name="now">The time here.</param>
    public Pairing? Verify(
        SciState state,
        in SignedRequest request,
        ReadOnlySpan<char> input,
        ReadOnlySpan<char> signature,
        bool digestDemanded,
        DateTimeOffset now)
    {
        while (SignatureMembers.TryTake(ref input, out var label, out var member))
        {
            if (SignatureMembers.Find(input, label).IsEmpty
                && SignatureParameters.TryRead(member, out var parameters)
                && IsOfThisTime(parameters.Created, now)
                && !(parameters.Expires < now.ToUnixTimeSeconds())
                && state.PairingOfKey(parameters.KeyId.ToString()) is { } pairing && pairing.Tenant == tenant
                && IsValid(pairing, request, parameters, SignatureMembers.Find(signature, label), digestDemanded))
            {
                return pairing;
            }
        }

        return null;
    }

    /// <summary>Signatures count whole seconds, so whole seconds are compared.</summary>
    private bool IsOfThisTime(long created, DateTimeOffset now) =>
        Math.Abs((decimal)created - now.ToUnixTimeSeconds()) < (decimal)skew.TotalSeconds;

    /// <summary>Clients sign the authority with its port or without.</summary>
    private bool IsValid(
        Pairing pairing, in SignedRequest request, in SignatureParameters parameters, ReadOnlySpan<char> signature, bool digestDemanded)
    {
        Span<byte> given = stackalloc byte[HMACSHA256.HashSizeInBytes];
        if (signature is not [':', .. var base64, ':'] || !Convert.TryFromBase64Chars(base64, given, out var length)
            || length != given.Length)
        {
            return false;
        }

        var port = request.Authority.LastIndexOf(':');
        return IsSigned(pairing, request, parameters, given, digestDemanded)
            || (port > request.Authority.LastIndexOf(']')
                && IsSigned(pairing, request with { Authority = request.Authority[..port] }, parameters, given, digestDemanded));
    }

    private bool IsSigned(
        Pairing pairing, in SignedRequest request, in SignatureParameters parameters, ReadOnlySpan<byte> given, bool digestDemanded)
    {
        Span<byte> real = stackalloc byte[HMACSHA256.HashSizeInBytes];
        return SignatureBase.TrySign(request, parameters.Components, parameters.Whole, digestDemanded, partA, pairing.SecretPartB, real)
            && CryptographicOperations.FixedTimeEquals(given, real);
    }
}
