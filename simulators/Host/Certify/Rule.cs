using System.Diagnostics.CodeAnalysis;

namespace PairingLab.Host.Certify;

/// <summary>Says that the POS breaks the rule.</summary>
internal static class Rule
{
    /// <summary>Fails unless something is so.</summary>
    public static void Demands([DoesNotReturnIf(false)] bool isSo, string otherwise)
    {
        if (!isSo)
        {
            throw new RuleFailedException(otherwise);
        }
    }
}
