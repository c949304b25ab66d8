using PairingLab.AccessControl.Storage;
using PairingLab.Kernel.Store;

namespace PairingLab.AccessControl.Services;

/// <summary>
/// All processes on a database hash card numbers with the same secret. With two secrets a card would count as two cards, and could use the
/// last free entry twice.
/// </summary>
internal static class CardSecret
{
    private const string Fact = "pan-secret";

    /// <summary>Checks that the database was made with this secret; the first secret used becomes the database's.</summary>
    /// <exception cref="StoreException">The database was made with another secret.</exception>
    public static async Task AgreeAsync(IMacsDatabase database, PanHasher pans)
    {
        // The hash of a word that is not a card number reveals nothing about the secret, and differs for every secret.
        var proof = pans.Hash(Fact);
        if (await database.RunAsync(session => Versions.Agree(session, Fact, proof)) != proof)
        {
            throw new StoreException(
                "access-control: the cards of this database were hashed with another panSecret; "
                + $"put its {PanSecret.FileName} back into the data folder, or set {PanSecret.Variable}; "
                + "give every lab on it the same access-control.panSecret (the first one's stands in its /lab/directory), "
                + "or this one a database of its own");
        }
    }
}
