using System.Diagnostics.CodeAnalysis;
using PairingLab.Drivers.Operator;
using PairingLab.Features.Support.Certification;

namespace PairingLab.Features.Sci.Certification;

/// <summary>What a step says of the POS when something is not so.</summary>
internal static class Demands
{
    /// <summary>The POS breaks the rule unless something is so.</summary>
    public static void Rule([DoesNotReturnIf(false)] bool isSo, string otherwise)
    {
        if (!isSo)
        {
            throw new RuleFailedException(otherwise);
        }
    }

    /// <summary>The rule can't be tested unless something is so.</summary>
    public static void Ground([DoesNotReturnIf(false)] bool isSo, string otherwise)
    {
        if (!isSo)
        {
            throw new NotReachedException(otherwise);
        }
    }

    /// <summary>A person must judge the rest unless something is so.</summary>
    public static void Person(bool isSo, string otherwise)
    {
        if (!isSo)
        {
            throw new NeedsPersonException(otherwise);
        }
    }

    /// <summary>The rule does not concern the POS unless something is so.</summary>
    public static void Concern(bool isSo, string otherwise)
    {
        if (!isSo)
        {
            throw new NotApplicableException(otherwise);
        }
    }
}

/// <summary>What the lab can see is in order, and the rest of the rule is a person's to judge; the message says what.</summary>
public sealed class NeedsPersonException(string message) : Exception(message);
