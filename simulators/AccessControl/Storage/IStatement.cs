namespace PairingLab.AccessControl.Storage;

/// <summary>
/// A prepared statement, for the few that every tap runs. Parameters ($1, $2, …) and columns are accessed by position: a lookup by name
/// takes longer than the work of the database. Disposing resets the statement for its next use.
/// </summary>
public interface IStatement : IDisposable
{
    /// <summary>Binds the next parameter to a text.</summary>
    IStatement With(string? value);

    /// <summary>Binds the next parameter to a number.</summary>
    IStatement With(long value);

    /// <summary>Binds the next parameter to a time, in milliseconds since 1970.</summary>
    IStatement With(DateTimeOffset value) => With(value.ToUnixTimeMilliseconds());

    /// <summary>Changes rows; returns how many.</summary>
    int Run();

    /// <summary>Moves to the next row; false at the end.</summary>
    bool Next();

    /// <summary>A text of the current row.</summary>
    string? Text(int column);

    /// <summary>A number of the current row.</summary>
    long Number(int column);

    /// <summary>A time of the current row.</summary>
    DateTimeOffset Time(int column) => DateTimeOffset.FromUnixTimeMilliseconds(Number(column));
}
