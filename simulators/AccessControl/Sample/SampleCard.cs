namespace PairingLab.AccessControl.Sample;

/// <summary>A card for the people at a hosted lab.</summary>
/// <param name="Name">What it is, and whose: "Gold, Anna Nowak".</param>
/// <param name="Pan">Its number.</param>
/// <param name="Expiry">MM/YY.</param>
public sealed record SampleCard(string Name, string Pan, string Expiry)
{
    /// <summary>A card never says its number.</summary>
    public override string ToString() => Name;
}
